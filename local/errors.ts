/**
 * Codes as CloudBase answers them (https://docs.cloudbase.net/error-code/basic). The SDK hands `code` and `message` on.
 */
export type PlatformCode =
  | 'INVALID_PARAM'
  | 'INVALID_ACTION'
  | 'SIGN_PARAM_INVALID'
  | 'SYS_ERR'
  | 'OPERATION_FAIL'
  | 'EXCEED_REQUEST_SIZE_LIMIT'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'
  | 'FUNCTION_EXCEED_RESOURCE_LIMIT'
  | 'STORAGE_FILE_NONEXIST'
  | 'STORAGE_REQUEST_FAIL';

export class PlatformError extends Error {
  constructor(
    readonly code: PlatformCode,
    message: string,
  ) {
    super(message);
    this.name = 'PlatformError';
  }
}

export function databaseFailed(message: string): PlatformError {
  return new PlatformError('DATABASE_REQUEST_FAILED', message);
}

/** The platform's own wording; callers recognise it by `E11000`. */
export function duplicateKey(collection: string, index: string, key: string): PlatformError {
  const error = `E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key: { : ${key} }`;
  return databaseFailed(`multiple write errors: [{write errors: [{${error}}]}, {<nil>}]`);
}

export function collectionMissing(name: string): PlatformError {
  return new PlatformError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );
}
