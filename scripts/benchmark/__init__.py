"""What `scripts/bench` is made of: a generator of registers, the measuring of commands and sites, and other tools."""
