// The shell says nothing of the person, so that a device may keep it: look, text size and current entry come from <main>.
dress()
document.addEventListener("htmx:after:swap", dress)

function dress() {
  const { look = "", text = "", nav = "" } = document.querySelector("main").dataset
  document.documentElement.dataset.look = look
  document.documentElement.dataset.text = text
  for (const link of document.querySelectorAll(".bar__link")) {
    const current = nav.split(" ").includes(link.getAttribute("href"))
    if (current) link.setAttribute("aria-current", "page")
    else link.removeAttribute("aria-current")
  }
}
