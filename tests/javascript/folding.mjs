// Prints every line of its input as a device compares it: folded, and without the e of umlauts.
import { readFileSync } from "node:fs"
import { bare, fold } from "../../service_worker/pack/folding.js"

const lines = JSON.parse(readFileSync(0, "utf8"))
console.log(JSON.stringify(lines.map(line => [fold(line), bare(fold(line))])))
