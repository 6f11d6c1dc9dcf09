"""Neutron's ML2/OVN driver on real OVN databases: the control plane of OVN without a switch."""
