import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

export const imgPinned: Policy = {
  id: 'IMG-PINNED',
  title: { en: 'Servers name their image by id', zh: '服务器以 ID 引用镜像' },
  standard: OWN,
  controls: [],
  severity: 'medium',
  scope: 'resources',
  why: {
    en: 'Two images may have one name, and the newer one of it wins.',
    zh: '镜像可以重名，名称引用可能指向新上传的镜像。',
  },
  fix: { en: 'use `image_id`, or a volume made from it', zh: '使用 `image_id` 或由镜像创建的云硬盘' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_compute_instance_v2'), ({ values }) =>
      values.has('image_name') && !values.has('image_id')
        ? { en: `it boots whatever is called ${values.text('image_name') ?? 'so'}`, zh: '以名称引用镜像' }
        : undefined,
    ),
};
