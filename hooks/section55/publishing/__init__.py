"""What a build makes → files, made only where what decides them changed, on all processors, and switched in at the end.

A build that finds what the last one left gives the same bytes as one that finds nothing: each output has a key, made of
the content of all that decides it, and never of a time.
"""

from section55.publishing.leavings import Leavings
from section55.publishing.outputs import File, Output, digest
from section55.publishing.progress import Progress, Quiet
from section55.publishing.publication import Publication

__all__ = ["File", "Leavings", "Output", "Progress", "Publication", "Quiet", "digest"]
