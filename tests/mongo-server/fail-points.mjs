// configureFailPoint, as in MongoDB's own test commands, with two additions (see below).
import { setTimeout as delay } from 'node:timers/promises'
import { MongoError } from './errors.mjs'

export class FailPoints {
  #point

  configure({ configureFailPoint, mode, data = {} }) {
    if (configureFailPoint !== 'failCommand') throw new MongoError(9, 'FailedToParse', 'unknown fail point')
    const times = mode === 'alwaysOn' ? Infinity : mode === 'off' ? 0 : Number(mode.times)
    this.#point = times > 0 ? { times, data } : undefined
    return {}
  }

  /** The data of the fail point when it means this command; each time counts. */
  take(name) {
    const point = this.#point
    if (!point?.data.failCommands.includes(name)) return undefined
    if (--point.times <= 0) this.#point = undefined
    return point.data
  }
}

/** What happens before the command: a pause, an error or a closed connection. */
export async function before(data) {
  if (data?.blockConnection) await delay(Number(data.blockTimeMS))
  if (data?.closeConnection) return 'close'
  if (data?.errorCode !== undefined) {
    const details = data.errorLabels ? { errorLabels: data.errorLabels } : {}
    throw new MongoError(Number(data.errorCode), 'FailPoint', 'Failing command by fail point', details)
  }

  return undefined
}

/**
 * What happens after it, both not in MongoDB: loseReply closes the connection when the work is done; forget
 * makes the server not know a retry as such, as when another server took over in between.
 */
export const after = (data) => ({ isLost: data?.loseReply === true, isForgotten: data?.forget === true })
