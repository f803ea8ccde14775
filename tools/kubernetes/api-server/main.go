// Kubernetes without nodes, for tests: etcd, the API server and its controllers in one process; under the name kubectl, that.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"k8s.io/component-base/cli"
	"k8s.io/klog/v2"
	"k8s.io/kubectl/pkg/cmd"
)

func main() {
	if filepath.Base(os.Args[0]) == "kubectl" {
		os.Exit(cli.Run(cmd.NewDefaultKubectlCommand()))
	}
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "api-server FOLDER: keeps everything in the folder, and writes its kubeconfig when it serves")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve(ctx, os.Args[1]); err != nil {
		klog.ErrorS(err, "Kubernetes ended")
		os.Exit(1)
	}
}

// serve runs until it is told to end, or until the API server has.
func serve(ctx context.Context, folder string) error {
	storage, err := startEtcd(folder)
	if err != nil {
		return fmt.Errorf("etcd: %w", err)
	}
	defer storage.Close()
	ended := make(chan error, 1)
	access, err := startAPIServer(ctx, folder, clientURL(storage), ended)
	if err != nil {
		return fmt.Errorf("API server: %w", err)
	}
	if err := untilReady(ctx, access, ended); err != nil {
		return fmt.Errorf("API server: %w", err)
	}
	if err := startControllers(ctx, access); err != nil {
		return fmt.Errorf("controllers: %w", err)
	}
	// Whoever waits for the file finds a server that answers.
	if err := writeKubeconfig(access, filepath.Join(folder, "kubeconfig")); err != nil {
		return err
	}
	// It ends by itself when it is told to, and needs etcd for that.
	return <-ended
}
