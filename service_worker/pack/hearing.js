// What pages ask of the pack: `{pack: "sync", account, names?, asked?}` or `{pack: "remove", account, name}`.
import { remove, sync } from "./syncing.js"

self.addEventListener("message", event => {
  const { pack, account, name, names, asked } = /** @type {MessageEvent} */ (event).data ?? {}
  if (pack) /** @type {any} */ (event).waitUntil(pack === "remove" ? remove(account, name) : sync(account, names, asked))
})
