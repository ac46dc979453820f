// Loads a page anew, and only reads it. A page that answered a form would be sent a second time by a plain reload, now
// as our own: a foreign site's form as well, that the server had refused.
export function reload() {
  history.replaceState(history.state, "", location.href) // from here on the entry in the history is a GET
  location.reload()
}
