const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** Asks WeChat whatever the caller wants to ask. */
exports.main = async ({ group, name, parameters }) => {
  try {
    const { buffer, ...answer } = await cloud.openapi[group][name](parameters);
    return buffer ? { ...answer, bytes: buffer.toString('base64') } : answer;
  } catch (error) {
    return { errCode: error.errCode, message: error.errMsg };
  }
};
