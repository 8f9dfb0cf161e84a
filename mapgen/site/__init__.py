"""Makes a folder of static files of many tables, on a Dask cluster: an overview and its parts."""

from mapgen.site.building import STAGES, SiteReport, build_site

__all__ = ["STAGES", "SiteReport", "build_site"]
