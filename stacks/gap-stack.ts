import type { Construct } from 'constructs';
import { GapExchange } from '../constructs/openstack/index';
import { CloudStack, type CloudStackProps } from './cloud-stack';

/** Both sides of every gap device. */
export class GapStack extends CloudStack {
  constructor(scope: Construct, id: string, props: CloudStackProps) {
    super(scope, id, props);
    for (const gap of props.index.design.gaps)
      new GapExchange(this, gap.key, { ...gap, networks: this.takeNetwork, projects: this.takeProject });
  }
}
