/**
 * Numbers the requests a worker sends and names with each the ones that are not answered yet, so that the server knows
 * which were under way at the same time, however fast it answers.
 */
const http = require('node:http');

exports.numberRequests = () => {
  const unanswered = new Set();
  const { request } = http;
  let last = 0;
  http.request = (...call) => {
    const sent = request(...call);
    const number = (last += 1);
    sent.setHeader('x-request-number', String(number));
    sent.setHeader('x-requests-unanswered', [...unanswered].join(' '));
    unanswered.add(number);
    const settle = () => void unanswered.delete(number);
    // First of all listeners: whoever gets the answer may send the next request at once.
    sent.prependOnceListener('response', (response) => response.prependOnceListener('end', settle));
    sent.once('close', settle);
    return sent;
  };
};
