/** What a worker runs in Temporal's sandbox; the entry of its bundle. */
export { egovRegister } from './register-workflow';
export { egovRollout } from './rollout-workflow';
