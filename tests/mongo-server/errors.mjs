/** An error as a MongoDB server reports it. */
export class MongoError extends Error {
  constructor(code, codeName, message, details = {}) {
    super(message)
    Object.assign(this, { code, codeName, details })
  }
}
