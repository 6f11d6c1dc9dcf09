/** Attributes that the provider's schema marks as sensitive, by type of resource. A test compares it with the schema. */
export const sensitiveAttributes: Readonly<Record<string, readonly string[]>> = {
  openstack_blockstorage_volume_attach_v3: ['data'],
  openstack_compute_instance_v2: ['admin_pass'],
  openstack_compute_keypair_v2: ['private_key'],
  openstack_containerinfra_cluster_v1: ['kubeconfig'],
  openstack_db_instance_v1: ['password'],
  openstack_db_user_v1: ['password'],
  openstack_identity_application_credential_v3: ['secret'],
  openstack_identity_auth_scope_v3: ['token_id'],
  openstack_identity_ec2_credential_v3: ['secret'],
  openstack_identity_user_v3: ['password'],
  openstack_images_image_v2: ['image_source_password'],
  openstack_keymanager_secret_v1: ['payload'],
  openstack_networking_bgp_peer_v2: ['password'],
  openstack_objectstorage_tempurl_v1: ['key', 'url'],
  openstack_sharedfilesystem_securityservice_v2: ['password'],
  openstack_sharedfilesystem_share_access_v2: ['access_key'],
};
