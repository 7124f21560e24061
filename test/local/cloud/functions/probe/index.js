const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** Runs the code a test sends, against the real SDK, and tells what came back or was thrown. */
exports.main = async (event, context) => {
  const code = Object.getPrototypeOf(async () => undefined).constructor(
    'cloud',
    'db',
    '_',
    'input',
    'context',
    event.code,
  );
  const db = cloud.database();
  try {
    return { value: await code(cloud, db, db.command, event.input, context) };
  } catch (error) {
    return {
      thrown: { errCode: error.errCode, code: error.code, message: String(error.errMsg ?? error.message) },
    };
  }
};
