#!/bin/bash
# Unpacks the OVN tools that test/oracle asks into the user's cache; nothing is installed. Debian 12.
set -euo pipefail
cache=${XDG_CACHE_HOME:-$HOME/.cache}/egov/ovn-oracle
mkdir -p "$cache/debs"
cd "$cache/debs"
apt-get download ovn-central ovn-common openvswitch-common openvswitch-switch
for package in ./*.deb; do dpkg -x "$package" "$cache/root"; done
/usr/bin/python3 -c 'import neutron.common.ovn.acl' || echo 'also needed: apt-get install python3-neutron' >&2
