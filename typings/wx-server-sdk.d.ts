/**
 * The parts of wx-server-sdk that `cloudfunctions/platform/` uses, as the SDK does them. It ships types of its own, which refuse
 * what its documentation says (its own constant as an environment, `throwOnNotFound`) and let pass what a transaction
 * cannot do; a declared module takes their place.
 */
declare module 'wx-server-sdk' {
  /** A document as the database keeps it. */
  export type SdkDocument = Record<string, unknown> & { _id: string };

  /** What a field has to fulfil, made with `command`. */
  export interface SdkCommand {
    and(other: SdkCommand): SdkCommand;
  }

  export interface SdkCommands {
    gt(value: unknown): SdkCommand;
    gte(value: unknown): SdkCommand;
    lt(value: unknown): SdkCommand;
    lte(value: unknown): SdkCommand;
    in(values: readonly unknown[]): SdkCommand;
  }

  /** Values or commands, by field. */
  export type SdkConditions = Readonly<Record<string, unknown>>;

  export interface SdkQuery {
    where(conditions: SdkConditions): SdkQuery;
    orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
    limit(count: number): SdkQuery;
    /** Only these fields, and `_id`. */
    field(projection: Readonly<Record<string, boolean>>): SdkQuery;
    get(): Promise<{ data: SdkDocument[] }>;
    count(): Promise<{ total: number }>;
  }

  export interface SdkAggregate {
    match(conditions: SdkConditions): SdkAggregate;
    group(by: { _id: string }): SdkAggregate;
    limit(count: number): SdkAggregate;
    /** A group's `_id` is the value it was grouped by. */
    end(): Promise<{ list: { _id: unknown }[] }>;
  }

  export interface SdkDocumentReference {
    /** Null when there is none; rejects then unless the database was opened with `throwOnNotFound: false`. */
    get(): Promise<{ data: SdkDocument | null }>;
    /** Replaces the document or makes it. */
    set(options: { data: object }): Promise<unknown>;
    remove(): Promise<unknown>;
  }

  /** What can be done in a transaction: single documents, each by its id. */
  export interface SdkTransactionCollection {
    doc(id: string): SdkDocumentReference;
    /** Fails when there is a document of that `_id`. */
    add(options: { data: object }): Promise<unknown>;
  }

  export interface SdkCollection extends SdkTransactionCollection, SdkQuery {
    aggregate(): SdkAggregate;
  }

  export interface SdkTransaction {
    collection(name: string): SdkTransactionCollection;
    commit(): Promise<unknown>;
    rollback(): Promise<unknown>;
  }

  export interface SdkDatabase {
    readonly command: SdkCommands;
    collection(name: string): SdkCollection;
    startTransaction(): Promise<SdkTransaction>;
  }

  /** Where a call began: on a phone, in the developer tools, by a timer, over HTTP. */
  type Origin = 'wx_client' | 'wx_devtools' | 'wx_trigger' | 'wx_http' | 'wx_unknown';

  /** Who called, as the platform states it. */
  export interface SdkContext {
    OPENID?: string;
    /** The origin alone, or with the functions that handed the call on. */
    SOURCE?: Origin | `${Origin},${string}`;
  }

  /** WeChat's interfaces for servers (开放接口): each rejects with an `SdkFailure`. */
  export interface SdkOpenApi {
    security: {
      msgSecCheck(asked: {
        version: 2;
        scene: number;
        openid: string;
        content: string;
      }): Promise<{ result?: { suggest?: 'risky' | 'pass' | 'review' } }>;
      /** The answer comes later, as a message that names the trace. */
      mediaCheckAsync(asked: {
        version: 2;
        /** 2: a picture. */
        mediaType: 2;
        scene: number;
        openid: string;
        mediaUrl: string;
      }): Promise<{ traceId?: string }>;
    };
    subscribeMessage: {
      send(message: {
        touser: string;
        templateId: string;
        page: string;
        data: Readonly<Record<string, { value: string }>>;
      }): Promise<unknown>;
    };
  }

  /** What the SDK rejects with. */
  export interface SdkFailure {
    errCode: number | string;
    errMsg: string;
  }

  export interface SdkFileAddress {
    fileID: string;
    /** Empty when there is no such file. */
    tempFileURL: string;
  }

  interface Sdk {
    /** The environment the function is deployed in. */
    readonly DYNAMIC_CURRENT_ENV: unique symbol;
    init(options: { env: string | Sdk['DYNAMIC_CURRENT_ENV'] }): void;
    getWXContext(): SdkContext;
    database(options?: { throwOnNotFound?: boolean }): SdkDatabase;
    readonly openapi: SdkOpenApi;
    uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
    /** At most fifty, in their order. */
    getTempFileURL(files: { fileList: string[] }): Promise<{ fileList: SdkFileAddress[] }>;
    deleteFile(files: { fileList: string[] }): Promise<unknown>;
  }

  const sdk: Sdk;
  export default sdk;
}
