const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** Writes down every run, with what it could know about who started it. */
exports.main = async (event) => {
  const context = cloud.getWXContext();
  await cloud
    .database()
    .collection('runs')
    .add({
      data: {
        at: new Date(),
        type: event.Type ?? null,
        trigger: event.TriggerName ?? null,
        source: context.SOURCE,
        openid: context.OPENID ?? null,
        triggerSource: process.env.TRIGGER_SRC ?? null,
      },
    });
  return { source: context.SOURCE };
};
