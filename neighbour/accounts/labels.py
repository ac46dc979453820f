"""What a device is called in the list of one's devices: words from what the browser says of itself."""

BROWSERS = (
    ("Edg/", "Edge"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def label_of(user_agent: str) -> str:
    """„Chrome auf Android“. Names are the makers' own and the same in every language."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "Browser")
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    return f"{browser} · {system}" if system else browser
