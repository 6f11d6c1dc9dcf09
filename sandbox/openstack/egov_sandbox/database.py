"""MariaDB on a socket in the state directory: no port, and no account but root."""
import pymysql

from egov_sandbox import services


def socket(settings):
    return settings.state + '/mysql.sock'


def name_of(database, region=None):
    return database if region is None else '%s_%s' % (region.name.replace('-', '_'), database)


def url(settings, database, region=None):
    return 'mysql+pymysql://root@localhost/%s?charset=utf8&unix_socket=%s' % (
        name_of(database, region), socket(settings))


def connect(settings):
    return pymysql.connect(unix_socket=socket(settings), user='root', autocommit=True)


def create(settings):
    names = ['keystone'] + [name_of(d, r) for r in settings.regions for s in services.REGIONAL
                            for d in services.module(s).DATABASES]
    with connect(settings) as connection, connection.cursor() as cursor:
        for name in names:
            cursor.execute('CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8' % name)


def open_tables(settings):
    """InnoDB reads what a table refers to when the table is first opened. Opened for the first time by several at once,
    MariaDB 10.11 has answered that a row is missing in a table that has it, and a health monitor was refused."""
    with connect(settings) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT table_schema, table_name FROM information_schema.tables WHERE engine = 'InnoDB' "
                       "AND table_schema NOT IN ('mysql', 'sys')")
        for pair in cursor.fetchall():
            cursor.execute('SELECT 1 FROM `%s`.`%s` LIMIT 1' % pair)


def relocate(settings, was):
    """A seed was made in another state directory: cell mappings and image locations name it."""
    with connect(settings) as connection, connection.cursor() as cursor:
        for region in settings.regions:
            for database, table, column in (('nova_api', 'cell_mappings', 'database_connection'),
                                            ('glance', 'image_locations', 'value')):
                cursor.execute('UPDATE `%s`.%s SET %s = REPLACE(%s, %%s, %%s)' % (
                    name_of(database, region), table, column, column), (was + '/', settings.state + '/'))
