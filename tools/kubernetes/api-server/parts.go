package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"
	"go.etcd.io/etcd/server/v3/embed"
	utilerrors "k8s.io/apimachinery/pkg/util/errors"
	"k8s.io/apimachinery/pkg/util/rand"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
	clientcmdapi "k8s.io/client-go/tools/clientcmd/api"
	"k8s.io/client-go/util/keyutil"
	cliflag "k8s.io/component-base/cli/flag"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	apiserveroptions "k8s.io/kubernetes/cmd/kube-apiserver/app/options"
)

// A machine may be busy.
const patience = 5 * time.Minute

func startEtcd(folder string) (*embed.Etcd, error) {
	config := embed.NewConfig()
	config.Dir = filepath.Join(folder, "etcd")
	config.LogLevel = "warn"
	// A test's cluster need not outlive the machine.
	config.UnsafeNoFsync = true
	free := url.URL{Scheme: "http", Host: "127.0.0.1:0"}
	config.ListenClientUrls, config.ListenPeerUrls = []url.URL{free}, []url.URL{free}
	config.AdvertiseClientUrls, config.AdvertisePeerUrls = []url.URL{free}, []url.URL{free}
	config.InitialCluster = config.InitialClusterFromName(config.Name)
	etcd, err := embed.StartEtcd(config)
	if err != nil {
		return nil, err
	}
	select {
	case <-etcd.Server.ReadyNotify():
		return etcd, nil
	case err := <-etcd.Err():
		return nil, err
	case <-time.After(patience):
		etcd.Close()
		return nil, fmt.Errorf("not ready within %s", patience)
	}
}

func clientURL(etcd *embed.Etcd) string {
	return "http://" + etcd.Clients[0].Addr().String()
}

func startAPIServer(ctx context.Context, folder, storage string, ended chan<- error) (*rest.Config, error) {
	key, tokens := filepath.Join(folder, "service-accounts.key"), filepath.Join(folder, "tokens.csv")
	pem, err := keyutil.MakeEllipticPrivateKeyPEM()
	if err != nil {
		return nil, err
	}
	token := rand.String(40)
	if err := errors.Join(
		keyutil.WriteKey(key, pem),
		os.WriteFile(tokens, []byte(token+",admin,admin,system:masters\n"), 0o600),
	); err != nil {
		return nil, err
	}
	options := apiserveroptions.NewServerRunOptions()
	if err := parse(options.Flags(),
		"--etcd-servers="+storage,
		"--bind-address=127.0.0.1",
		"--advertise-address=127.0.0.1",
		// There is nobody behind a Service who would look for the API server.
		"--endpoint-reconciler-type=none",
		"--cert-dir="+folder,
		"--authorization-mode=RBAC",
		"--token-auth-file="+tokens,
		"--service-account-issuer=https://kubernetes.default.svc",
		"--service-account-key-file="+key,
		"--service-account-signing-key-file="+key,
		"--service-cluster-ip-range=10.0.0.0/16",
	); err != nil {
		return nil, err
	}
	if options.SecureServing.Listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return nil, err
	}
	options.SecureServing.BindPort = options.SecureServing.Listener.Addr().(*net.TCPAddr).Port
	if err := options.GenericServerRunOptions.ComponentGlobalsRegistry.Set(); err != nil {
		return nil, err
	}
	completed, err := options.Complete(ctx)
	if err != nil {
		return nil, err
	}
	if err := utilerrors.NewAggregate(completed.Validate()); err != nil {
		return nil, err
	}
	go func() { ended <- apiserver.Run(ctx, completed) }()
	return &rest.Config{
		Host:            fmt.Sprintf("https://127.0.0.1:%d", options.SecureServing.BindPort),
		BearerToken:     token,
		TLSClientConfig: rest.TLSClientConfig{CAFile: options.SecureServing.ServerCert.CertKey.CertFile},
	}, nil
}

func parse(flags cliflag.NamedFlagSets, arguments ...string) error {
	all := pflag.NewFlagSet(strings.Join(flags.Order, " "), pflag.ContinueOnError)
	for _, each := range flags.FlagSets {
		all.AddFlagSet(each)
	}
	return all.Parse(arguments)
}

func untilReady(ctx context.Context, access *rest.Config, ended <-chan error) error {
	client, err := kubernetes.NewForConfig(access)
	if err != nil {
		return err
	}
	return wait.PollUntilContextTimeout(ctx, 200*time.Millisecond, patience, true, func(ctx context.Context) (bool, error) {
		select {
		case err := <-ended:
			return false, errors.Join(errors.New("it ended before it was ready"), err)
		default:
			_, err := client.RESTClient().Get().AbsPath("/readyz").DoRaw(ctx)
			return err == nil, nil
		}
	})
}

func writeKubeconfig(access *rest.Config, file string) error {
	config := clientcmdapi.NewConfig()
	config.Clusters["test"] = &clientcmdapi.Cluster{Server: access.Host, CertificateAuthority: access.CAFile}
	config.AuthInfos["admin"] = &clientcmdapi.AuthInfo{Token: access.BearerToken}
	config.Contexts["test"] = &clientcmdapi.Context{Cluster: "test", AuthInfo: "admin"}
	config.CurrentContext = "test"
	return clientcmd.WriteToFile(*config, file)
}
