// The pack's part of the worker: a script of its own, which the worker loads when a page asks for it.
import { instead } from "./listing.js"
import { remove, sync } from "./syncing.js"

Object.assign(self, { instead, remove, sync })
