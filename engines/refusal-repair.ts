import type { Text } from '../model/text';

const text = (en: string, zh: string): Text => ({ en, zh });

/**
 * What repairs the usual refusals of OpenStack's services, by the words in which they say them (release Zed); those that
 * are narrower come first.
 */
const REPAIRS: readonly (readonly [RegExp, Text])[] = [
  [
    /quota exceeded|quota has been met|exceeds available quota|exceeded for quota|OverQuota|got 413/i,
    text(
      'the project is full: raise `quota` or `quotas` of the department and apply again; what stands in it by hand is named by `egov drift`',
      '项目配额已满：调高该部门的 `quota` 或 `quotas` 后重新执行；项目中手工建立的资源可用 `egov drift` 查看',
    ),
  ],
  [
    /physical_network '?[^']*'? (is )?unknown|No .*physical network|unknown for (flat|VLAN) provider network/i,
    text(
      'write the name that this cloud knows into `physnet` of planes.yaml, or have its operator add it (network_vlan_ranges, flat_networks)',
      '将该云已知的名称写入 planes.yaml 的 `physnet`，或由云管理员添加（network_vlan_ranges、flat_networks）',
    ),
  ],
  [
    /VLAN \d+ on physical network .* is in use|segmentation.id .* in use|Unable to create the network\..*in use/i,
    text(
      'somebody else has this segment: give the plane another range (`segments` of planes.yaml), or free it',
      '该网段标识已被占用：为平面改用其他范围（planes.yaml 的 `segments`），或先释放',
    ),
  ],
  [
    /IP ?Address.* (already|in use)|already allocated|IpAddressInUse|IpAddressAlreadyAllocated/i,
    text(
      'somebody else has this address: `egov drift` names what nobody declared; remove it and apply again',
      '该地址已被占用：用 `egov drift` 找出未声明的资源，移除后重新执行',
    ),
  ],
  [
    /is immutable and cannot be updated/i,
    text(
      'the load balancer is still working on an earlier change: run the same command again in a minute',
      '负载均衡器仍在处理上一项变更：稍等一分钟后重新执行同一命令',
    ),
  ],
  [
    /in use|still has|cannot be deleted|ResourceInUse|are attached|not empty/i,
    text(
      'something stands in it that these states do not know: `egov drift` names it; remove it and apply again',
      '其中仍有状态未记录的资源：用 `egov drift` 查看，移除后重新执行',
    ),
  ],
  [
    /already exists|same name|Duplicate|duplicate|got 409/i,
    text(
      'there is one already that is not of these states: `egov adopt ENV` takes it over if it is ours; else give ours another key, or have the other one removed',
      '云中已有同名资源且不在本状态内：若属本环境，用 `egov adopt ENV` 接管；否则为我方更换键名，或移除对方',
    ),
  ],
  [
    /got 401|[Aa]uthentication (failed|required)|Unauthorized/,
    text(
      'the account is not let in, or its token has ended: check it with `egov plan ENV --cloud NAME`, then run the same command again',
      '账号未获准或令牌已失效：先用 `egov plan ENV --cloud NAME` 检查，再重新执行同一命令',
    ),
  ],
  [
    /(Container|Secret)s?(\(s\))? retrieval attempt not allowed/i,
    text(
      'the account may not look up certificates: it needs `observer` (or `creator`) of the key manager in its project',
      '账号无权查找证书：需在其项目中具有密钥管理服务的 `observer`（或 `creator`）角色',
    ),
  ],
  [
    /got 403|Forbidden|not authorized|disallowed by policy|Policy doesn't allow/i,
    text(
      'the account may not do that: it needs `admin` on the domain, inherited by its projects (openstack role add --inherited)',
      '账号无此权限：需在域上授予可继承至项目的 `admin` 角色（openstack role add --inherited）',
    ),
  ],
  [
    /connection refused|connection reset|no such host|EOF|i\/o timeout|deadline exceeded|got 5\d\d|no route to host/i,
    text(
      'the service did not answer, or not to the end: when it is back, run the same command again; what was made until then is found',
      '服务未响应或中途断开：恢复后重新执行同一命令，已建立的资源会被找到',
    ),
  ],
  [
    /[Vv]olume [Tt]ype .*(not be found|not found)/,
    text(
      'the operator makes the volume types of catalogue/volume-classes.yaml in the cloud first, with their encryption',
      '请云管理员先按 catalogue/volume-classes.yaml 建立带加密的卷类型',
    ),
  ],
  [
    /query returned no results|returned no results/i,
    text(
      'it is looked up in the cloud and is not there: a certificate is put into the key manager, under the name that `entry.tls` gives, by the security administrator',
      '云中查无此项：证书须由安全管理员以 `entry.tls` 指定的名称放入密钥管理服务',
    ),
  ],
  [
    /availability.?zone .*(not available|not found|does not exist)|AvailabilityZone/i,
    text(
      'name the availability zones that the cloud has in `sites` of environment.yaml',
      '在 environment.yaml 的 `sites` 中写入该云实际的可用区',
    ),
  ],
];

/** What repairs a refusal; `undefined` for words that are not known. */
export function refusalRepair(words: string): Text | undefined {
  return REPAIRS.find(([pattern]) => pattern.test(words))?.[1];
}
