import protobuf from 'protobufjs';

const root = protobuf.Root.fromJSON({
  nested: {
    Pair: {
      fields: {
        key: { id: 1, type: 'string' },
        value: { id: 2, type: 'bytes' },
        contenttype: { id: 3, type: 'string' },
        filename: { id: 4, type: 'string' },
      },
    },
    Parameters: { fields: { pairs: { id: 1, type: 'Pair', rule: 'repeated' } } },
    Request: {
      fields: {
        apiType: { id: 1, type: 'int32' },
        parameters: { id: 2, type: 'Parameters' },
      },
    },
    Response: {
      fields: {
        respData: { id: 1, type: 'bytes' },
        contentType: { id: 2, type: 'string' },
        errorCode: { id: 3, type: 'int32' },
        httpCode: { id: 4, type: 'int32' },
      },
    },
  },
});

const requestType = root.lookupType('Request');
const responseType = root.lookupType('Response');

/** A parameter that carries a file; it is recorded by its name and size. */
export interface MediaParameter {
  filename: string;
  bytes: number;
}

/** What a function asks WeChat: parameters by name. */
export function decodeOpenApiRequest(bytes: Uint8Array): Record<string, unknown> {
  const { parameters } = requestType.decode(bytes) as unknown as {
    parameters?: { pairs?: { key: string; value: Uint8Array; filename: string }[] };
  };
  return Object.fromEntries(
    (parameters?.pairs ?? []).map(({ key, value, filename }) => [
      key,
      filename === ''
        ? (JSON.parse(Buffer.from(value).toString('utf8')) as unknown)
        : ({ filename, bytes: value.length } satisfies MediaParameter),
    ]),
  );
}

/** WeChat's answer: JSON with an `errcode`, or the bytes of an image. */
export type OpenApiAnswer =
  { json: Record<string, unknown> } | { contentType: string; bytes: Uint8Array } | { errorCode: number };

export function encodeOpenApiAnswer(answer: OpenApiAnswer): Buffer {
  const fields =
    'errorCode' in answer
      ? { errorCode: answer.errorCode }
      : 'json' in answer
        ? {
            respData: Buffer.from(JSON.stringify(answer.json)),
            contentType: 'application/json; encoding=utf-8',
            httpCode: 200,
          }
        : { respData: answer.bytes, contentType: answer.contentType, httpCode: 200 };
  return Buffer.from(responseType.encode(responseType.create(fields)).finish());
}
