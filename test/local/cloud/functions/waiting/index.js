const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** Waits, and tells who called and whether that stayed the same. */
exports.main = async ({ waitMs }) => {
  const before = cloud.getWXContext();
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  const { OPENID } = cloud.getWXContext();
  return { openid: OPENID, stayed: before.OPENID === OPENID };
};
