import { DefaultFailureConverter } from '@temporalio/common';

/** Words of failures are sealed as everything else is: they may quote a cloud. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
