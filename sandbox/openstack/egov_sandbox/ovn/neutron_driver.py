"""neutron-server with the ML2/OVN driver in one process.

As shipped, the driver expects the API and the maintenance work in processes of their own and opens its database
connections in each when that process announces itself. A worker that runs as a thread announces nothing. Here the
start of the API worker opens the connections, and the maintenance worker gets a second pair (it needs the kind with
locks) and a client of its own.
"""
import neutron.wsgi
from neutron.common.ovn import utils
from neutron.conf.plugins.ml2.drivers.ovn import ovn_conf
from neutron.plugins.ml2.drivers.ovn.mech_driver import mech_driver
from neutron.plugins.ml2.drivers.ovn.mech_driver.ovsdb import (
    impl_idl_ovn, maintenance, ovn_client, ovn_db_sync, worker)
from neutron_lib import worker as workers
from neutron_lib.callbacks import events, registry, resources


def in_one_process():
    start_as_shipped = workers.BaseWorker.start

    def start(self, *arguments, **named):
        start_as_shipped(self, *arguments, **named)
        if isinstance(self, (neutron.wsgi.WorkerService, worker.MaintenanceWorker)):
            registry.publish(resources.PROCESS, events.AFTER_INIT, self.start)
    workers.BaseWorker.start = start

    driver = mech_driver.OVNMechanismDriver
    connect_as_shipped = driver.post_fork_initialize

    def post_fork_initialize(self, resource, event, trigger, payload=None):
        kind = utils.get_method_class(trigger)
        if kind is neutron.wsgi.WorkerService:
            connect_as_shipped(self, resource, event, trigger, payload)
        elif kind is worker.MaintenanceWorker:
            maintain(self, trigger)
    driver.post_fork_initialize = post_fork_initialize


def maintain(driver, trigger):
    """The second half of the driver's own post_fork_initialize."""
    nb, sb = impl_idl_ovn.get_ovn_idls(driver, trigger)
    mode = ovn_conf.get_ovn_neutron_sync_mode()
    ovn_db_sync.OvnNbSynchronizer(driver._plugin, nb, sb, mode, driver).sync()
    ovn_db_sync.OvnSbSynchronizer(driver._plugin, sb, driver).sync()
    thread = maintenance.MaintenanceThread()
    thread.add_periodics(maintenance.DBInconsistenciesPeriodics(ovn_client.OVNClient(nb, sb)))
    thread.add_periodics(maintenance.HashRingHealthCheckPeriodics(driver.hash_ring_group))
    thread.start()
    driver._maintenance_thread = thread
