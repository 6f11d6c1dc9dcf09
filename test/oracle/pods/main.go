// Answers from standard input whether packets pass NetworkPolicies, by the matcher with which Kubernetes' network
// special interest group tests implementations (Cyclonus): a line of JSON for each cluster, a line of 0 and 1 back.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/mattfenwick/cyclonus/pkg/matcher"
	v1 "k8s.io/api/core/v1"
	netv1 "k8s.io/api/networking/v1"
)

type packet struct {
	Source      matcher.TrafficPeer
	Destination matcher.TrafficPeer
	Port        int
	PortName    string
	Protocol    v1.Protocol
}

type cluster struct {
	Policies []*netv1.NetworkPolicy
	Packets  []packet
}

func main() {
	lines := bufio.NewReaderSize(os.Stdin, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) == 0 && err != nil {
			return
		}
		var one cluster
		if err := json.Unmarshal(line, &one); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		policy := matcher.BuildNetworkPolicies(false, one.Policies)
		answers := make([]byte, 0, len(one.Packets))
		for _, asked := range one.Packets {
			traffic := &matcher.Traffic{
				Source:           &asked.Source,
				Destination:      &asked.Destination,
				ResolvedPort:     asked.Port,
				ResolvedPortName: asked.PortName,
				Protocol:         asked.Protocol,
			}
			if policy.IsTrafficAllowed(traffic).IsAllowed() {
				answers = append(answers, '1')
			} else {
				answers = append(answers, '0')
			}
		}
		fmt.Println(string(answers))
	}
}
