"""A volume driver that keeps nothing: volumes have a record and no bytes."""
from cinder.volume import driver


class EmptyVolumeDriver(driver.VolumeDriver):
    VERSION = '1.0'

    def get_volume_stats(self, refresh=False):
        return {'volume_backend_name': self.configuration.safe_get('volume_backend_name'), 'vendor_name': 'sandbox',
                'driver_version': self.VERSION, 'storage_protocol': 'fake', 'total_capacity_gb': 100000,
                'free_capacity_gb': 90000, 'reserved_percentage': 0, 'multiattach': True,
                'thin_provisioning_support': True, 'max_over_subscription_ratio': 10, 'QoS_support': True,
                'backend_state': 'up', 'consistent_group_snapshot_enabled': True}

    def nothing(self, *arguments, **named):
        return None

    do_setup = check_for_setup_error = nothing
    create_volume = create_cloned_volume = create_volume_from_snapshot = nothing
    delete_volume = create_snapshot = delete_snapshot = extend_volume = nothing
    ensure_export = create_export = remove_export = create_export_snapshot = nothing
    terminate_connection = copy_image_to_volume = copy_volume_to_image = nothing

    def clone_image(self, context, volume, image_location, image_meta, image_service):
        return {}, True     # as if the back end had cloned it

    def retype(self, context, volume, new_type, diff, host):
        return True, {}

    def initialize_connection(self, volume, connector, **named):
        return {'driver_volume_type': 'fake', 'data': {'volume_id': volume.id}}
