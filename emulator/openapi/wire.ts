import protobuf from 'protobufjs'

/** One argument of an openapi call: a JSON value, or a file. The SDK names a file, but loses its content type. */
interface KeyValuePair {
  key: string
  value: Uint8Array
  filename: string
}

interface CommApiData {
  apiType: number
  openapiData?: { pairs: KeyValuePair[] }
  svrkitData?: { apiName: string; reqData: Uint8Array }
}

/** A file among the arguments. */
export interface Media {
  filename: string
  bytes: Buffer
}

/** Arguments in the snake_case the SDK converts them to. */
export type Input = Record<string, unknown>

/** What the SDK asks for: an open API with arguments, or an internal service with a message of its own. */
export type Request =
  { kind: 'openapi'; input: Input } | { kind: 'service'; name: string; message: Buffer }

// Field numbers as in the encoders inside wx-server-sdk 4.0.2 (src/protobuf/openapi.js).
const types = protobuf.parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message SvrkitApiData { string apiName = 1; bytes reqData = 2; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; SvrkitApiData svrkitData = 4; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; int32 svrkitErrorCode = 6; }
  message ApiGetOpenDataByCloudIdReq { repeated string cloudidList = 2; string appid = 3; }
  message OpDataItem { string cloudId = 1; string json = 2; }
  message ApiGetOpenDataByCloudIdResp { repeated OpDataItem dataList = 1; }
`).root

/** Decodes a message of wx-server-sdk's protocol; throws when the bytes are not one. */
export function decode<T>(type: string, bytes: Uint8Array): T {
  return types.lookupType(type).decode(bytes) as unknown as T
}

/** Encodes a message of wx-server-sdk's protocol. */
export function encode(type: string, message: object): Buffer {
  return Buffer.from(types.lookupType(type).encode(message).finish())
}

/** Reads `requestData` of a `wx.openApi` form. Throws when it is not the protobuf the SDK sends. */
export function readRequest(requestData: Buffer): Request {
  const message = decode<CommApiData>('CommApiData', requestData)
  if (message.svrkitData)
    return {
      kind: 'service',
      name: message.svrkitData.apiName,
      message: Buffer.from(message.svrkitData.reqData),
    }
  const input: Input = {}
  for (const pair of message.openapiData?.pairs ?? []) {
    const bytes = Buffer.from(pair.value)
    input[pair.key] = pair.filename
      ? ({ filename: pair.filename, bytes } satisfies Media)
      : JSON.parse(bytes.toString())
  }
  return { kind: 'openapi', input }
}

/** An answer in JSON; the SDK throws when it holds an `errcode` other than 0. */
export function jsonReply(value: object): Buffer {
  return encode('CommOpenApiResp', {
    respData: Buffer.from(JSON.stringify(value)),
    contentType: 'application/json; charset=UTF-8',
    httpCode: 200,
  })
}

/** An answer that is a file. */
export function fileReply(contentType: string, bytes: Buffer): Buffer {
  return encode('CommOpenApiResp', { respData: bytes, contentType, httpCode: 200 })
}

/** An answer of an internal service. */
export function serviceReply(message: Buffer): Buffer {
  return encode('CommOpenApiResp', { respData: message, httpCode: 200 })
}

/** A refusal before the API is reached, e.g. -604101: the SDK reports it as `system error: error code: <code>`. */
export function systemErrorReply(errorCode: number): Buffer {
  return encode('CommOpenApiResp', { errorCode })
}
