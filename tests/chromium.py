"""How Chromium is started: without its own conversations with the outside."""

import os

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
]
ROOT_NEEDS = ["--no-sandbox"] if os.geteuid() == 0 else []
LAUNCH = {"executable_path": "/usr/bin/chromium", "args": ARGUMENTS + ROOT_NEEDS}
