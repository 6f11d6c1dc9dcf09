"""An account that sees the whole cloud and changes nothing of it. No role of this release is that by itself: the reader of
a project sees that project only, and older rules let it write there. An operator writes lines such as these into
policy.yaml: every rule that reads admits the role, and every other refuses it.
"""
import importlib
import json

ROLE = 'cloud-reader'
READING = ('GET', 'HEAD')
RULES = {'keystone': 'keystone.common.policies', 'neutron': 'neutron.conf.policies', 'nova': 'nova.policies',
         'cinder': 'cinder.policies', 'glance': 'glance.policies', 'designate': 'designate.common.policies'}
# What belongs to other projects is left out of the databases' answers unless a context is this. In Neutron an
# administrator's context is asked for no rule at all, so it is the context of a service there.
SEES_ALL = {'keystone': 'admin_required', 'neutron': 'context_is_advsvc', 'nova': 'context_is_admin',
            'cinder': 'context_is_admin'}


def text(service):
    """The contents of policy.yaml."""
    lines = {}
    for rule in importlib.import_module(RULES[service]).list_rules():
        operations = getattr(rule, 'operations', ())
        # A rule that also reads decides in the others only what of an answer is shown.
        if rule.name == SEES_ALL.get(service) or any(done['method'] in READING for done in operations):
            lines[rule.name] = '%s or role:%s' % (today(rule), ROLE)
        elif operations:
            lines[rule.name] = '(%s) and not role:%s' % (today(rule), ROLE)
    return json.dumps(lines, indent=0) + '\n'


def today(rule):
    """Until an operator enforces the new rules, what the old ones allow is allowed too."""
    checks = {rule.check_str, rule.deprecated_rule.check_str if rule.deprecated_rule else rule.check_str}
    return '@' if '' in checks else ' or '.join('(%s)' % check for check in sorted(checks))
