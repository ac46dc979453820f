// Instead of a page that is not on the device: what is there.
import { pack } from "../pack/loading.js"
import { composed } from "./cutting.js"
import { shellOf } from "./shell.js"

/**
 * @param {string} account "": what is kept may not be shown
 * @param {string} url
 * @param {string} trouble why the network did not help
 */
export async function elsewhere(account, url, trouble) {
  const shell = await shellOf(account)
  return composed(shell, await pack().instead(shell, account, url), `data-trouble="${trouble}"`, 503)
}
