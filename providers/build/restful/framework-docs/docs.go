// Package tffwdocs holds, in place of the generator of the provider's documentation, only the types by which the
// provider refers to it: the provider never calls it, and not every module proxy serves it.
package tffwdocs

type Example struct {
	Header string
	HCL    string
}

type ImportId struct {
	Format        string
	ExampleCmdArg string
	ExampleBlk    string
}

type ResourceRenderOption struct {
	Examples         []Example
	ImportId         *ImportId
	IdentityExamples []Example
}

type EphemeralResourceRenderOption struct{ Examples []Example }

type DataSourceRenderOption struct{ Examples []Example }

type ProviderRenderOption struct{ Examples []Example }

type ResourceWithRenderOption interface{ RenderOption() ResourceRenderOption }

type EphemeralResourceWithRenderOption interface {
	RenderOption() EphemeralResourceRenderOption
}

type DataSourceWithRenderOption interface{ RenderOption() DataSourceRenderOption }

type ProviderWithRenderOption interface{ RenderOption() ProviderRenderOption }
