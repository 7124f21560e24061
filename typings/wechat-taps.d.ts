/** What miniprogram-api-typings says only at length: events by what their element carries. */
declare namespace WechatMiniprogram {
  /** A tap on an element with `data-…` attributes. */
  type Tap<Dataset extends IAnyObject> = TouchEvent<IAnyObject, IAnyObject, Dataset>;

  /** What a form's element sends, of an element with `data-…` attributes. */
  type Typed<Value, Dataset extends IAnyObject = IAnyObject> = CustomEvent<
    { value: Value },
    IAnyObject,
    Dataset
  >;
}
