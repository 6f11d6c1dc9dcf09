"""A real OpenStack control plane on loopback: Debian's packages, one process per project, no hypervisor.

The processes are started, watched and stopped by the TypeScript beside this package. Here is what each of them
is: its configuration, its schema, and how its daemons are launched inside one process. Everything reads
`<state>/settings.json` and decides no port, path or name of its own.
"""
