import type { CloudError } from '../errors'

// The numbers a phone sees; those of the service's codes are in wx-server-sdk's own table, the last two in WeChat's list.
const errCodes: Readonly<Record<string, number>> = {
  SYS_ERR: -501001,
  EXCEED_REQUEST_LIMIT: -501003,
  INVALID_PARAM: -501007,
  FUNCTION_NOT_FOUND: -501000,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT: -604001,
}

export function errCodeOf(error: CloudError): number {
  return errCodes[error.code] ?? -501001
}
