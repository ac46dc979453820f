"""The core of the promise, proved in real browsers over a line that fails: nothing is lost, nothing comes twice."""
