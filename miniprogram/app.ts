import { startCloud } from './platform/start-cloud';

App({
  onLaunch() {
    startCloud();
  },
});
