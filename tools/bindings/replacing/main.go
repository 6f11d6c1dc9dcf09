// Prints which attributes the provider cannot change in place, as its own schema has them: `TYPE ATTRIBUTE`, and
// `TYPE ATTRIBUTE ?` where the cloud chooses a value when none is given, so that leaving it out changes nothing.
package main

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/terraform-provider-openstack/terraform-provider-openstack/v3/openstack"
)

func main() {
	for name, resource := range openstack.Provider().ResourcesMap {
		print(name, "", resource.Schema)
	}
}

func print(name, above string, attributes map[string]*schema.Schema) {
	for key, attribute := range attributes {
		path := above + key
		switch {
		case attribute.ForceNew && attribute.Computed:
			fmt.Println(name, path, "?")
		case attribute.ForceNew:
			fmt.Println(name, path)
		}
		if block, ok := attribute.Elem.(*schema.Resource); ok {
			print(name, path+".", block.Schema)
		}
	}
}
