"""Composable, verified components.

Public entries: `components_cache.catalogue.catalogue`, `components_cache.compose.compose`.
"""
