"""The stand-in for ovn-controller on every compute host of a region (network driver `ovn` only)."""


def serve(region):
    from egov_sandbox.ovn import controller
    schema = region.settings.packaged('usr/share/ovn/ovn-sb.ovsschema')
    controller.Controller(region.ovn('sb'), schema, region.host_azs(), region.settings.physnets).run()
