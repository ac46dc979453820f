// What pages ask of the pack: `{pack: "sync", account, names?, asked?}` or `{pack: "remove", account, names}`.
import { remove, sync } from "./syncing.js"

self.addEventListener("message", event => {
  const { pack, account, names, asked } = /** @type {MessageEvent} */ (event).data ?? {}
  if (pack) /** @type {any} */ (event).waitUntil(pack === "remove" ? remove(account, names) : sync(account, names, asked))
})
