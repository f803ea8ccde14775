#!/bin/bash
# Runs the command as given. Nothing stands between it and the container's signals, as in the public image.
exec "$@"
