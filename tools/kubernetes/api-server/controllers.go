package main

import (
	"context"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/metadata"
	"k8s.io/client-go/metadata/metadatainformer"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/restmapper"
	"k8s.io/controller-manager/pkg/informerfactory"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/controller/deployment"
	"k8s.io/kubernetes/pkg/controller/garbagecollector"
	"k8s.io/kubernetes/pkg/controller/job"
	"k8s.io/kubernetes/pkg/controller/namespace"
	"k8s.io/kubernetes/pkg/controller/replicaset"
	"k8s.io/kubernetes/pkg/controller/serviceaccount"
	"k8s.io/kubernetes/pkg/controller/volume/pvcprotection"
)

const (
	workers = 2
	resync  = time.Hour
	// How soon objects of a new definition are looked after.
	rediscovery = 5 * time.Second
)

// startControllers starts what, without nodes, changes what a test applies and deletes. All the others, with the
// volumes of clouds that they know, would be compiled for nothing.
func startControllers(ctx context.Context, access *rest.Config) error {
	config := rest.CopyConfig(access)
	config.QPS = -1
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	objects, err := metadata.NewForConfig(config)
	if err != nil {
		return err
	}
	shared := informers.NewSharedInformerFactory(client, resync)
	apps, core, batch := shared.Apps().V1(), shared.Core().V1(), shared.Batch().V1()
	pods, sets, logger := core.Pods(), apps.ReplicaSets(), klog.FromContext(ctx)

	deployments, err := deployment.NewDeploymentController(ctx, apps.Deployments(), sets, pods, client)
	if err != nil {
		return err
	}
	jobs, err := job.NewController(ctx, client, pods, batch.Jobs(), nil, nil)
	if err != nil {
		return err
	}
	accounts, err := serviceaccount.NewServiceAccountsController(
		logger, core.ServiceAccounts(), core.Namespaces(), client, serviceaccount.DefaultServiceAccountsControllerOptions())
	if err != nil {
		return err
	}
	claims, err := pvcprotection.NewPVCProtectionController(logger, core.PersistentVolumeClaims(), pods, client)
	if err != nil {
		return err
	}
	discovery := client.Discovery()
	namespaces := namespace.NewNamespaceController(
		ctx, client, objects, discovery.ServerPreferredNamespacedResources, core.Namespaces(), resync, corev1.FinalizerKubernetes)

	all := metadatainformer.NewSharedInformerFactory(objects, resync)
	kinds := restmapper.NewDeferredDiscoveryRESTMapper(memory.NewMemCacheClient(discovery))
	started := make(chan struct{})
	garbage, err := garbagecollector.NewGarbageCollector(
		ctx, client, objects, kinds, garbagecollector.DefaultIgnoredResources(), informerfactory.NewInformerFactory(shared, all), started)
	if err != nil {
		return err
	}

	for _, run := range []func(context.Context, int){
		accounts.Run,
		claims.Run,
		deployments.Run,
		jobs.Run,
		namespaces.Run,
		replicaset.NewReplicaSetController(ctx, sets, pods, client, replicaset.BurstReplicas).Run,
		func(ctx context.Context, workers int) { garbage.Run(ctx, workers, patience) },
	} {
		go run(ctx, workers)
	}
	go garbage.Sync(ctx, discovery, rediscovery)
	shared.Start(ctx.Done())
	all.Start(ctx.Done())
	close(started)
	return nil
}
