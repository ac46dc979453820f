"""`python3 app.py` sets up and serves, `python3 app.py test` sets up and tests; also the WSGI entry."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
BUILD_STEP = HERE / "service_worker" / "hatch_build.py"
BUILD_SOURCES = (
    "requirements-node.txt",
    "service_worker/.npmrc",
    "service_worker/*.json",
    "service_worker/*.mjs",
    "service_worker/*.py",
    "service_worker/*.js",
    "service_worker/*/*.js",
    "neighbour/outbox/words.json",
    "static/icons.svg",
    "static/js/**/*.js",
    "static/css/**/*.css",
    "neighbour/translations/*/LC_MESSAGES/*.po",
)

# Debian's names: Playwright's Node.js needs libatomic1
BROWSER_PACKAGES = ("chromium", "firefox-esr", "webkit2gtk-driver", "xvfb", "xauth", "libatomic1")
TEST_PACKAGES = (*BROWSER_PACKAGES, "fonts-noto-core", "poppler-utils", "postgresql")


# A run of everything uses every core; a file stays together, because its tests share browsers and servers
SIDE_BY_SIDE = ["-n", "auto", "--dist", "loadfile"]


def say(sentence):
    print(sentence, file=sys.stderr, flush=True)


def run(*command, **options):
    say("+ " + " ".join(command))
    subprocess.run(command, check=True, **options)


def apt_install(packages):
    root = os.geteuid() == 0
    if not shutil.which("apt-get") or not (root or shutil.which("sudo")):
        sys.exit(f"Please install these system packages first: {' '.join(packages)}")
    apt = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=600")
    apt = apt if root else ("sudo", *apt)
    run(*apt, "update")
    run(*apt, "install", "-y", "--no-install-recommends", *packages)


def missing_packages(packages):
    """Those not installed on Debian or Ubuntu; other systems cannot be asked, there a test fails."""
    if not shutil.which("dpkg-query"):
        return []
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *packages]
    known = subprocess.run(query, capture_output=True, text=True).stdout.splitlines()
    return [package for package in packages if f"{package} installed" not in known]


class Step:
    """A part of the set-up: the files it is made from, and a stamp in .venv that says from which state."""

    def __init__(self, name, paths):
        self.stamp = VENV / f"{name}.stamp"
        self.paths = sorted(paths)

    def fingerprint(self):
        digest = hashlib.sha256(f"{VERSION} {HERE}".encode())
        for path in self.paths:
            digest.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()

    def is_current(self):
        return self.stamp.exists() and self.stamp.read_text() == self.fingerprint()

    def finish(self):
        self.stamp.write_text(self.fingerprint())


def packages_step(locks, testing):
    return Step("test" if testing else "serve", [HERE / "pyproject.toml", *locks])


def build_step():
    return Step("build", [path for pattern in BUILD_SOURCES for path in HERE.glob(pattern)])


def make_venv():
    if subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True).returncode:
        apt_install([f"python{VERSION}-venv"])
    run(sys.executable, "-m", "venv", "--clear", str(VENV))


def pip_install(*words, **options):
    # what is imported is compiled then, which is a part of what is installed and saves 7 of 29 seconds
    quietly = ("-q", "--disable-pip-version-check", "--no-compile", "--no-build-isolation", "--use-pep517")
    run(str(PYTHON), "-m", "pip", "install", *quietly, *words, **options)


def install(locks):
    """The first lock holds what building needs: so nothing unhashed is fetched to build the rest."""
    complete_once = any(VENV.glob("*.stamp"))
    if not complete_once or f"version = {VERSION}." not in (VENV / "pyvenv.cfg").read_text():
        make_venv()
    for lock in locks:
        pip_install("--require-hashes", "-r", str(lock))
    # the build step runs by itself afterwards, because pip would hide why it failed
    pip_install("--no-deps", "-e", str(HERE), env={**os.environ, "NEIGHBOUR_BUILD_STEP": "later"})


def build(step):
    say(f"+ {PYTHON} {BUILD_STEP}")
    if subprocess.run([str(PYTHON), str(BUILD_STEP)]).returncode == 0:
        step.finish()
        return
    failed = "The browser code could not be built (see above):"
    if (HERE / "static" / "dist" / "manifest.json").exists():
        say(f"{failed} the one built before stays in use until a start succeeds.")
    else:
        say(f"{failed} Neighbour works without scripts until a start succeeds.")


@contextlib.contextmanager
def one_at_a_time():
    """Two first starts would write the same .venv; the lock ends with the process that holds it."""
    folder = os.open(HERE, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another start is setting Neighbour up; waiting for it.")
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def set_up(testing):
    locks = [HERE / "requirements-build.txt", HERE / "requirements.txt"]
    if testing:
        locks.append(HERE / "tests" / "requirements.txt")
    packages = packages_step(locks, testing)
    if packages.is_current() and build_step().is_current():
        return
    with one_at_a_time():
        if not packages.is_current():
            install(locks)
            packages.finish()
            if testing:
                packages_step(locks[:-1], False).finish()
        if not (step := build_step()).is_current():
            build(step)


def command(words):
    if words[:1] == ["test"]:
        wanted = words[1:]
        how = SIDE_BY_SIDE if all(word.startswith("-") for word in wanted) else []
        return ["-m", "pytest", "--rootdir", str(HERE), "-c", str(HERE / "pyproject.toml"), *how, *wanted]
    if not words or words[0].startswith("-"):
        words = ["serve", *words]
    return ["-m", "flask", "--app", str(HERE / "app.py"), *words]


def main(words):
    if sys.version_info < (3, 11):
        sys.exit("Neighbour needs Python 3.11 or newer")
    testing = words[:1] == ["test"]
    try:
        if testing and (missing := missing_packages(TEST_PACKAGES)):
            apt_install(missing)
        set_up(testing)
    except subprocess.CalledProcessError as error:
        sys.exit(f"Setting up stopped at: {' '.join(error.cmd)}")
    if testing:
        os.chdir(HERE)
    os.execv(PYTHON, [str(PYTHON), *command(words)])  # so that signals reach the server itself


if __name__ == "__main__":
    main(sys.argv[1:])
else:
    from neighbour import create_app

    app = create_app()
