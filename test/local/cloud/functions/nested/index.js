const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** Calls itself as deep as asked and returns the identity seen at every level, outermost first. */
exports.main = async ({ deeper, waitMs = 0, name = 'nested' }) => {
  const before = cloud.getWXContext();
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  const { result = [] } = deeper > 0 ? await cloud.callFunction({ name, data: { deeper: deeper - 1 } }) : {};
  const { OPENID, SOURCE } = cloud.getWXContext();
  return [{ openid: OPENID, source: SOURCE, stayed: before.OPENID === OPENID }, ...result];
};
