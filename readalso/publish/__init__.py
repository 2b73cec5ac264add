"""Publishing: the built site's files to a host. Two manifests give the plan; then it is done, deletes last."""
