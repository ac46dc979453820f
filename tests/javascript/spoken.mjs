// Prints the receipt word of every id in the arguments, one a line.
import { spoken } from "../../service_worker/outbox/ids.js"

for (const id of process.argv.slice(2)) console.log(spoken(id))
