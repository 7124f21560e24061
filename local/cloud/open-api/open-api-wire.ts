import protobuf from 'protobufjs';

const root = protobuf.Root.fromJSON({
  nested: {
    Pair: {
      fields: {
        key: { id: 1, type: 'string' },
        value: { id: 2, type: 'bytes' },
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

/** What a function asks WeChat: parameters by name. */
export function decodeOpenApiRequest(bytes: Uint8Array): Record<string, unknown> {
  const { parameters } = requestType.decode(bytes) as unknown as {
    parameters?: { pairs?: { key: string; value: Uint8Array }[] };
  };
  return Object.fromEntries(
    (parameters?.pairs ?? []).map(({ key, value }) => [
      key,
      JSON.parse(Buffer.from(value).toString('utf8')) as unknown,
    ]),
  );
}

/** WeChat's answer: JSON with an `errcode`, or that it was not even asked. */
export type OpenApiAnswer = { json: Record<string, unknown> } | { errorCode: number };

export function encodeOpenApiAnswer(answer: OpenApiAnswer): Buffer {
  const fields =
    'errorCode' in answer
      ? { errorCode: answer.errorCode }
      : {
          respData: Buffer.from(JSON.stringify(answer.json)),
          contentType: 'application/json; encoding=utf-8',
          httpCode: 200,
        };
  return Buffer.from(responseType.encode(responseType.create(fields)).finish());
}
