// The provider of Kubernetes, built from the Go module of its library. The module leaves out the two files that are
// embedded here; the recipe writes them first, from what the module carries.
package main

import (
	_ "embed"

	"github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/provider"
)

var version = "4.25.0"

//go:embed schema-embed.json
var schema []byte

//go:embed terraform-mapping-embed.json
var terraformMapping []byte

func main() {
	provider.Serve("kubernetes", version, schema, terraformMapping)
}
